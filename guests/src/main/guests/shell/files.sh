# Redirection, globbing, tests and files that outlive their writers.
for f in one two three; do echo $f >$f.txt; done
echo *.txt
./busybox cat *.txt >all; ./busybox wc -l all
exec 3<all; read a <&3; read b <&3; echo "$a $b"; exec 3<&-
[ -f one.txt ] && [ ! -d one.txt ] && echo file
./busybox mkdir d && cd d && ../busybox pwd | ../busybox sed 's/.*\///'; cd ..
./busybox tar cf - *.txt | ./busybox tar tf -
./busybox gzip -c all | ./busybox gunzip -c | ./busybox cmp - all && echo same
./busybox find . -name '*.txt' | ./busybox sort | ./busybox xargs ./busybox cat
umask 027; : >private; ./busybox stat -c %a private
nosuchcommand 2>/dev/null; echo $?
./one.txt 2>/dev/null; echo $?
