# Pipelines, subshells, substitution and here-documents.
echo a b c | ./busybox tr a-z A-Z
for i in 1 2 3; do echo $i; done | (while read x; do echo "got $x"; done)
x=$(echo hello | ./busybox sed s/l/L/g)
echo $x
./busybox cat <<EOF
here $x
EOF
./busybox seq 1 1000 | ./busybox awk '{s+=$1} END {print s}'
./busybox seq 1 3000 | ./busybox sort -r | ./busybox head -3 | ./busybox md5sum
(exit 7); echo $?
{ echo one; echo two >&2; } 2>&1 | ./busybox sort
false | true; echo $?
n=0; while [ $n -lt 20 ]; do n=$((n + 1)); echo $n | ./busybox cat >/dev/null || echo lost $n; done; echo $n
