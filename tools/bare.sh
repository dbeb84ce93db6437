#!/bin/sh
# A bare Debian in FOLDER, booted with systemd in namespaces of its own, to walk docs/self-hosting.md:
#   tools/bare.sh FOLDER            makes it if it is not there (root, debootstrap), and boots it
#   tools/bare.sh FOLDER COMMAND    runs a command inside; NET=host for what needs the network
set -eu
bare=$(realpath -m "$1")
shift
slice=/sys/fs/cgroup/unified
[ -d $slice ] || slice=/sys/fs/cgroup
slice=$slice/bare-$(basename "$bare")

if [ $# -gt 0 ]; then
	inside=$(tail -n 1 "$slice/init.scope/cgroup.procs")
	[ "${NET:-own}" = host ] && net= || net=--net
	# shellcheck disable=SC2086
	exec nsenter --target "$inside" --mount --pid --uts --ipc --cgroup $net --root --wdns=/root \
		env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin HOME=/root LANG=C.UTF-8 sh -c "$*"
fi

if [ ! -e "$bare/lib/systemd/systemd" ]; then
	debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,ca-certificates,iproute2,curl bookworm "$bare"
	: >"$bare/etc/machine-id"
	echo "127.0.0.1 localhost peers.example.org" >"$bare/etc/hosts"
	cp /etc/resolv.conf "$bare/etc/resolv.conf"
fi
mkdir -p "$slice"
echo $$ >"$slice/cgroup.procs"
export bare
exec unshare --mount --pid --fork --uts --ipc --net --cgroup --propagation private sh -euc '
	mount --bind "$bare" "$bare"
	mount -t proc proc "$bare/proc"
	mount -t sysfs -o ro sysfs "$bare/sys"
	mount -t cgroup2 cgroup2 "$bare/sys/fs/cgroup"
	for place in run tmp dev; do mount -t tmpfs "$place" "$bare/$place"; done
	chmod 1777 "$bare/tmp"
	for device in null zero full random urandom tty; do
		: >"$bare/dev/$device"
		mount --bind "/dev/$device" "$bare/dev/$device"
	done
	mkdir "$bare/dev/pts" "$bare/dev/shm"
	mount -t devpts -o newinstance,ptmxmode=0666 devpts "$bare/dev/pts"
	mount -t tmpfs shm "$bare/dev/shm"
	ln -s pts/ptmx "$bare/dev/ptmx"
	ln -s /proc/self/fd "$bare/dev/fd"
	hostname bare
	ip link set lo up
	exec chroot "$bare" env -i container=other PATH=/usr/sbin:/usr/bin LANG=C.UTF-8 /lib/systemd/systemd --system'
