# shellcheck shell=bash disable=SC2154,SC2034
# Everything the scripts share, in the order in which it leans on what comes before.
# Expects $checkout, the folder of the repository.
umask 022

# shellcheck source=Deploy/lib/say.sh
. "$checkout/Deploy/lib/say.sh"
# shellcheck source=Deploy/lib/machine.sh
. "$checkout/Deploy/lib/machine.sh"
# shellcheck source=Deploy/lib/state.sh
. "$checkout/Deploy/lib/state.sh"
# shellcheck source=Deploy/lib/roles.sh
. "$checkout/Deploy/lib/roles.sh"
# shellcheck source=Deploy/lib/cluster.sh
. "$checkout/Deploy/lib/cluster.sh"
# shellcheck source=Deploy/lib/server.sh
. "$checkout/Deploy/lib/server.sh"
# shellcheck source=Deploy/lib/build.sh
. "$checkout/Deploy/lib/build.sh"
# shellcheck source=Deploy/lib/browser.sh
. "$checkout/Deploy/lib/browser.sh"
