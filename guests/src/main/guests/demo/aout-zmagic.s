# An a.out program of the kind ZMAGIC: text, data and bss, each used.
        .include "aout.inc"
        .equ    KIND, ZMAGIC
        .include "aout-hello.inc"
