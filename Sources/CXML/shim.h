// libxml2's parsers of XML and HTML and the tree that both make.
#include <libxml/xmlversion.h>

// Where libxml2 was built with ICU, its header of encodings includes ICU's headers, whose types differ
// from those of the same names that Foundation brings. Nothing here uses them.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

// `xmlFree` is a variable that holds a function; Swift takes it for shared state.
static inline void cxml_free(void *memory) { xmlFree(memory); }
