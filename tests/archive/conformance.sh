#!/usr/bin/env bash
# conformance.sh FOLDER: the BagIt conformance suite of the Library of Congress, of which FOLDER is a checkout
# (github.com/LibraryOfCongress/bagit-conformance-suite, with core.autocrlf off). Run by hand: nothing of it is part of tongket; bags.txt
# has bags of our own for the same rules. Valid bags must be valid, invalid ones refused with a reason, those of "warning" must be noted.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
export TONGKET=${TONGKET:-$top/build/release/tongket} LC_ALL=C.UTF-8 LANGUAGE=
good=0 bad=0
cd "$1"
for bag in v*/*/*/; do
  bag=${bag%/}
  kind=${bag#*/} kind=${kind%/*} got=0
  said=$("$TONGKET" archive check-bag "$bag" 2>&1) || got=$?
  case $kind in
  valid) wanted=$((got == 0)) ;;
  warning) wanted=$([[ ($got == 0 && $said == note:*) || $got == 4 ]] && echo 1 || echo 0) ;; # git keeps not all of their files
  *) wanted=$((got == 4)) ;; # invalid, linux-only, windows-only: what leaves the bag leaves it on every system
  esac
  if ((wanted)); then ((++good)); else
    ((++bad))
    printf '%s: status %d\n%s\n' "$bag" "$got" "$said"
  fi
done
echo "$good as they should be, $bad not"
((good > 0 && bad == 0))
