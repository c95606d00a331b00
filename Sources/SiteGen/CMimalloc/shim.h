// The public interface of mimalloc, as Debian installs it.
#include <mimalloc.h>
