/* Which file of a bag each line of its manifests means. Internal to archive/. */
#pragma once

#include "bag_form.h"

typedef struct {
  const TkBagManifest *manifest;
  const TkBagEntry *entry;
} TkBagMissing;

typedef struct {
  TkBag *bag;
  GHashTable *payload, *tags; /* NFC name → TkBagFile */
  GPtrArray *found;           /* for each manifest: TkBagFile → TkBagEntry */
  GArray *missing;            /* each path once: (element-type TkBagMissing) */
  GHashTable *known_missing;
  GPtrArray *added; /* files of no manifest; tag files only where there is a tag manifest */
} TkBagMatch;

/* Adds to the faults of @bag what the names alone show. */
TkBagMatch *tk_bag_match_new (TkBag *bag);
void tk_bag_match_free (TkBagMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBagMatch, tk_bag_match_free)

/* Of the manifest of that index in the bag: TkBagFile → TkBagEntry. */
GHashTable *tk_bag_match_found (const TkBagMatch *match, guint manifest);
