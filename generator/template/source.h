/* From a layout file to one XML tree with its shared parts in place, every
 * element of which knows where it was written. Internal to template/.
 *
 * XInclude is done here and not by libxml2, for three reasons: libxml2 asks a
 * loader that is one for the whole program and fetches before one can object;
 * it loses the places; and a bomb of inclusions is noticed too late. What is
 * kept of XInclude 1.0: <xi:include href="path"/>, no fallback, no pointer. */
#pragma once

#include <libxml/tree.h>

#include "arena.h"
#include "block.h"
#include "fault.h"

#define TK_LAYOUT_NAMESPACE "urn:tongket:layout:1"

/* One file of a layout. */
typedef struct _TkSource TkSource;
struct _TkSource {
  const char *path;     /* as shown in messages */
  const char *relative; /* within the root folder that it was found in */
  const TkSource *parent;
  const char *text;
  gsize length;
};

/* What the _private of every element points to. */
typedef struct {
  TkPlace place;
  const TkSource *source;
  gsize offset; /* of the "<" in the text of the source */
} TkSpot;

/* Reads @path and what it includes from its folder or from @folder. NULL where
 * that brought faults. The tree is the caller's (xmlFreeDoc); spots and texts
 * live in @arena. The files that were read, each once, go to @sources (of TkSource), @path first. */
xmlDoc *tk_template_source_read (const char *path, const char *folder, TkArena *arena, GPtrArray *sources,
                                 TkFaults *faults);

const TkPlace *tk_template_find_place (const xmlNode *element);

/* Place of the first @needle at or behind the beginning of @element, else that of
 * the element. */
TkPlace tk_template_search_place (const xmlNode *element, const char *needle);
