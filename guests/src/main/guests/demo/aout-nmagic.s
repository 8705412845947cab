# An a.out program of the kind NMAGIC: text, data and bss, each used.
        .include "aout.inc"
        .equ    KIND, NMAGIC
        .include "aout-hello.inc"
