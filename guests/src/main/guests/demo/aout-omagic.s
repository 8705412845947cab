# An a.out program of the kind OMAGIC: text, data and bss, each used.
        .include "aout.inc"
        .equ    KIND, OMAGIC
        .include "aout-hello.inc"
