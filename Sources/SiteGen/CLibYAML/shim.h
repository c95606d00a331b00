// The public interface of libyaml, as Debian installs it.
#include <yaml.h>
