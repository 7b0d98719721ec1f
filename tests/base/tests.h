/* The tests that main.c calls. */
#pragma once

void kept_bytes_are_found (void **state);
void broken_entries_are_not_believed (void **state);
void entries_know_their_keys (void **state);
void foreign_folders_are_not_used (void **state);
void no_room_is_no_cache (void **state);
void the_cache_is_bounded (void **state);
void deleting_is_harmless (void **state);
void nfc_of_pieces_is_that_of_the_whole (void **state);
void nfc_of_no_utf8_is_none (void **state);
void nfc_of_much_is_no_more_work (void **state);
void letters_are_composed (void **state);
void sums_are_those_of_the_standard (void **state);
void a_library_gives_its_functions (void **state);
void a_library_that_is_not_there_is_named (void **state);
