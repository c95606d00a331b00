// The public interface of cmark-gfm and of its extensions, as Debian installs them.
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
