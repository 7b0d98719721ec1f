/* The functions of libcups that this room calls. The library brings those of TLS and of the network along,
 * and is opened when something is printed. */
#pragma once

#include <cups/cups.h>
#include <cups/pwg.h>
#include <glib.h>

#include "library.h"

#define TK_CUPS_CALLS(CALL)                                                                                  \
  CALL (cupsConnectDest)                                                                                     \
  CALL (cupsCopyDest)                                                                                        \
  CALL (cupsDoIORequest)                                                                                     \
  CALL (cupsEncryption)                                                                                      \
  CALL (cupsEnumDests)                                                                                       \
  CALL (cupsFreeDests)                                                                                       \
  CALL (cupsGetNamedDest)                                                                                    \
  CALL (cupsGetOption)                                                                                       \
  CALL (cupsLastError)                                                                                       \
  CALL (cupsLastErrorString)                                                                                 \
  CALL (cupsServer)                                                                                          \
  CALL (cupsUser)                                                                                            \
  CALL (httpAddrPort)                                                                                        \
  CALL (httpAssembleURI)                                                                                     \
  CALL (httpClose)                                                                                           \
  CALL (httpConnect2)                                                                                        \
  CALL (httpGetAddress)                                                                                      \
  CALL (httpGetHostname)                                                                                     \
  CALL (httpIsEncrypted)                                                                                     \
  CALL (httpSeparateURI)                                                                                     \
  CALL (httpSetTimeout)                                                                                      \
  CALL (ippAddBoolean)                                                                                       \
  CALL (ippAddCollection)                                                                                    \
  CALL (ippAddInteger)                                                                                       \
  CALL (ippAddString)                                                                                        \
  CALL (ippAddStrings)                                                                                       \
  CALL (ippContainsInteger)                                                                                  \
  CALL (ippContainsString)                                                                                   \
  CALL (ippDelete)                                                                                           \
  CALL (ippFindAttribute)                                                                                    \
  CALL (ippGetBoolean)                                                                                       \
  CALL (ippGetCollection)                                                                                    \
  CALL (ippGetCount)                                                                                         \
  CALL (ippGetInteger)                                                                                       \
  CALL (ippGetRange)                                                                                         \
  CALL (ippGetString)                                                                                        \
  CALL (ippGetValueTag)                                                                                      \
  CALL (ippNew)                                                                                              \
  CALL (ippNewRequest)                                                                                       \
  CALL (ippPort)                                                                                             \
  CALL (pwgMediaForLegacy)                                                                                   \
  CALL (pwgMediaForPPD)                                                                                      \
  CALL (pwgMediaForPWG)                                                                                      \
  CALL (pwgMediaForSize)

typedef struct {
  TK_CUPS_CALLS (TK_LIBRARY_MEMBER)
} TkCups;

/* TK_ERROR_OUTPUT where it is not there. */
gboolean tk_cups_load (TkCups *cups, GError **error);
