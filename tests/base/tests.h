/* The tests that main.c calls. */
#pragma once

void kept_bytes_are_found (void **state);
void broken_entries_are_not_believed (void **state);
void entries_know_their_keys (void **state);
void foreign_folders_are_not_used (void **state);
void no_room_is_no_cache (void **state);
void the_cache_is_bounded (void **state);
void deleting_is_harmless (void **state);
