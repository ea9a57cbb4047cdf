// What Swift cannot import of ncurses by itself: the wide-character
// declarations need a feature macro, and constants that are macros with
// casts, global variables and terminfo's names need a function each.
// No logic lives here.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1

#include <locale.h>
#include <ncursesw/curses.h>

// From term.h, whose macros would take common names such as `columns`.
int setupterm(const char *term, int fd, int *error);
char *tigetstr(const char *name);
int tigetflag(const char *name);

// From wchar.h, which hides it without the macro above.
int wcwidth(wchar_t character);

// The window of the whole screen.
static inline WINDOW *cncurses_screen(void) { return stdscr; }
// What ncurses believes to stand on the screen.
static inline WINDOW *cncurses_physical_screen(void) { return curscr; }
// The size that ncurses works with.
static inline int cncurses_rows(void) { return LINES; }
static inline int cncurses_columns(void) { return COLS; }
// How many colours the terminal has.
static inline int cncurses_colors(void) { return COLORS; }

static inline attr_t cncurses_bold(void) { return WA_BOLD; }
static inline attr_t cncurses_underline(void) { return WA_UNDERLINE; }
static inline attr_t cncurses_reverse(void) { return WA_REVERSE; }
static inline attr_t cncurses_dim(void) { return WA_DIM; }

#endif
