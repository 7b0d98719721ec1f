/* BagIt Profiles: what each rule asks for, and profiles that are none. */
#include <string.h>

#include "bag.h"
#include "tests.h"

#define ABOUT "'BagIt-Profile-Info': {'BagIt-Profile-Identifier': 'https://example.org/p.json'}"

static char *
write_bag_new (void)
{
  static const TkBagLabel labels[] = {{"BagIt-Profile-Identifier", "https://example.org/p.json"},
                                      {"BagIt-Profile-Identifier", "https://example.org/q.json"},
                                      {"Contact-Name", "một"},
                                      {"Contact-Name", "hai"},
                                      {NULL, NULL}};
  char *folder = tests_folder_new ();

  tests_write (folder, "data/a/một.txt", "một\n");
  tests_write (folder, "metadata/a.xml", "<a/>");
  assert_true (tk_bag_write (folder, labels, NULL));
  return folder;
}

/* JSON in C with " as '. */
static char *
write_profile_new (const char *rules)
{
  char *folder = tests_folder_new ();
  g_autofree char *text = g_strdelimit (g_strdup (rules), "'", '"');

  tests_write (folder, "p.json", text);
  return folder;
}

void
test_profiles (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *rules, *found;
  } cases[] = {
      {ABOUT, "=> valid\n"},
      {"'BagIt-Profile-Info': {'BagIt-Profile-Identifier': 'x'}",
       "=> PROFILE bag-info.txt: does not name the profile; write “BagIt-Profile-Identifier: x”\n"},
      {ABOUT ", 'Bag-Info': {'Contact-Name': {'required': true}, 'Source-Organization': {'required': false}}",
       "=> valid\n"},
      {ABOUT ", 'Bag-Info': {'Source-Organization': {'required': true}}",
       "=> PROFILE bag-info.txt: lacks Source-Organization, which the profile requires\n"},
      {ABOUT ", 'Bag-Info': {'contact-name': {'values': ['một', 'ba'], 'repeatable': false}}",
       "=> PROFILE bag-info.txt: contact-name is “hai”; the profile allows: một, ba\n"
       "=> PROFILE bag-info.txt: has contact-name 2 times; the profile allows it once\n"},
      {ABOUT ", 'Manifests-Required': ['sha256'], 'Tag-Manifests-Required': ['sha512']", "=> valid\n"},
      {ABOUT ", 'Manifests-Required': ['md5'], 'Tag-Manifests-Required': ['md5']",
       "=> PROFILE manifest-md5.txt: is missing; the profile requires it\n"
       "=> PROFILE tagmanifest-md5.txt: is missing; the profile requires it\n"},
      {ABOUT ", 'Manifests-Allowed': ['sha256', 'md5']",
       "=> PROFILE manifest-sha512.txt: is not allowed by the profile; write the bag without it\n"},
      {ABOUT ", 'Tag-Files-Required': ['metadata/a.xml', 'metadata/b.xml']",
       "=> PROFILE metadata/b.xml: is missing; the profile requires it\n"},
      {ABOUT ", 'Tag-Files-Allowed': ['metadata/*']", "=> valid\n"},
      {ABOUT ", 'Tag-Files-Allowed': ['x/*']",
       "=> PROFILE metadata/a.xml: is not allowed by the profile; leave it out\n"},
      {ABOUT ", 'Payload-Files-Required': ['data/a/một.txt'], 'Payload-Files-Allowed': ['data/*.txt']",
       "=> valid\n"},
      {ABOUT ", 'Payload-Files-Required': ['data/b'], 'Payload-Files-Allowed': ['data/b']",
       "=> PROFILE data/a/một.txt: is not allowed by the profile; leave it out\n"
       "=> PROFILE data/b: is missing; the profile requires it\n"},
      {ABOUT ", 'Payload-Files-Required': ['data/a/', 'data/c/']",
       "=> PROFILE data/c/: is missing; the profile requires it\n"},
      {ABOUT ", 'Allow-Fetch.txt': false, 'Data-Empty': false", "=> valid\n"},
      {ABOUT ", 'Fetch.txt-Required': true, 'Data-Empty': true",
       "=> PROFILE data: has files; the profile wants no payload\n"
       "=> PROFILE fetch.txt: is missing; the profile requires it\n"},
      {ABOUT ", 'Accept-BagIt-Version': ['0.97', '1.0']", "=> valid\n"},
      {ABOUT ", 'Accept-BagIt-Version': ['0.97']",
       "=> PROFILE bagit.txt: the version is 1.0; the profile accepts: 0.97\n"},
      {ABOUT ", 'Serialization': 'optional', 'Accept-Serialization': ['application/zip']", "=> valid\n"},
      {ABOUT ", 'Serialization': 'required'",
       "=> WARNING -: the profile wants the bag as one file; pack it before it is handed over\n"},
      {ABOUT ", 'Serialization': 'required', 'Accept-Serialization': ['application/zip']",
       "=> WARNING -: the profile wants the bag as one file (application/zip); pack it before it is handed "
       "over\n"},
  };
  char *bag = write_bag_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rules = g_strdup_printf ("{%s}", cases[i].rules);
    char *folder = write_profile_new (rules);
    g_autofree char *path = g_build_filename (folder, "p.json", NULL);
    g_autofree char *found = tests_print_faults_new (bag, path);
    tests_expect (cases[i].rules, found, cases[i].found);
    tests_folder_free (folder);
  }
  tests_folder_free (bag);
}

void
test_profiles_wrong (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *text, *place;
  } cases[] = {
      {"", ":1: is not JSON ("},
      {"{\n'a': 1,\n'a': 2}", ":3: is not JSON ("},
      {"[]", ": “BagIt-Profile-Info” is not an object with BagIt-Profile-Identifier; see"},
      {"{}", ": “BagIt-Profile-Info” is not an object with BagIt-Profile-Identifier; see"},
      {"{" ABOUT ", 'Bag-Info': []}", ": “Bag-Info” is not an object; see"},
      {"{" ABOUT ", 'Bag-Info': {'X': 1}}", ": “X” is not an object; see"},
      {"{" ABOUT ", 'Bag-Info': {'X': {'required': 'yes'}}}", ": “required” is not true or false; see"},
      {"{" ABOUT ", 'Manifests-Required': 'md5'}", ": “Manifests-Required” is not a list; see"},
      {"{" ABOUT ", 'Tag-Files-Allowed': [1]}", ": “Tag-Files-Allowed” is not a list of texts; see"},
      {"{" ABOUT ", 'Tag-Files-Required': ['a', 'b'], 'Tag-Files-Allowed': ['a*']}",
       ": “Tag-Files-Allowed” is not a list that allows what is required (b); see"},
      {"{" ABOUT ", 'Serialization': 'perhaps'}",
       ": “Serialization” is not forbidden, required or optional; see"},
  };
  char *bag = write_bag_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *folder = write_profile_new (cases[i].text);
    g_autofree char *path = g_build_filename (folder, "p.json", NULL);
    g_autofree char *begins = g_strconcat (path, cases[i].place, NULL);
    g_autoptr (GError) error = NULL;
    assert_null (tk_bag_validate (bag, path, &error));
    if (!g_error_matches (error, TK_ERROR, TK_ERROR_USAGE) || !g_str_has_prefix (error->message, begins))
      fail_msg ("%s\n  gives:    %s\n  expected: %s", cases[i].text, error->message, begins);
    tests_folder_free (folder);
  }
  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  char *folder = write_profile_new (deep->str);
  g_autofree char *path = g_build_filename (folder, "p.json", NULL);
  g_autoptr (GError) error = NULL;
  assert_null (tk_bag_validate (bag, path, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_USAGE));
  tests_folder_free (folder);
  tests_folder_free (bag);
}
