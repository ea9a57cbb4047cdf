// What Swift cannot import of ncurses by itself: the wide-character
// declarations need a feature macro. No logic lives here.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1

#include <locale.h>
#include <ncursesw/curses.h>

#endif
