# Background jobs, traps and signals to and from children.
trap 'echo trapped USR1' USR1
kill -USR1 $$
trap 'echo bye' EXIT
(trap 'echo child caught TERM; exit 5' TERM; kill -TERM $(./busybox sh -c 'echo $PPID'); ./busybox sleep 5) ; echo $?
./busybox sleep 0.05 & wait $!; echo waited $?
(exit 3) & wait $!; echo $?
(./busybox sh -c 'kill -9 $$'; echo $?) 2>/dev/null
(./busybox sleep 30 & p=$!; kill $p; wait $p; echo $?) 2>/dev/null
./busybox sh -c 'exec ./busybox echo replaced'
