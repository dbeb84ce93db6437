#!/bin/sh
# A real nginx for the test of deploy/nginx.conf: the machine's own, or Debian's where we may
# install it. It is not started as a service.
set -eu
PATH=$PATH:/usr/sbin
if command -v nginx >/dev/null; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "nginx ..."
	apt-get update -qq >/dev/null
	RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nginx-light >/dev/null
else
	echo "nginx is missing: its test is skipped; on Debian and Ubuntu: sudo apt install nginx-light"
fi
