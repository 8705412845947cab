# An a.out program of the kind QMAGIC: text, data and bss, each used.
        .include "aout.inc"
        .equ    KIND, QMAGIC
        .include "aout-hello.inc"
