/* Formatting and parsing of numbers and text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
	printf("%d %i %u %x %X %o %c %s %%\n", -42, 42, 42u, 255, 255, 8, 'c', "text");
	printf("[%5d] [%-5d] [%05d] [%+d] [% d] [%.3d]\n", 42, 42, 42, 42, 42, 7);
	printf("[%10s] [%-10s] [%.2s]\n", "right", "left", "cut");
	printf("%ld %lld %llx %zu\n", -1L, -123456789012345LL, 0xfedcba9876543210ULL, sizeof(int));
	printf("%f %.0f %.3f %10.2f %e %g\n", 3.14159265358979, 2.5, 1e-5, 12345.678, 6.02e23, 1e-10);
	printf("%g %g %g\n", 1e20, 0.1 + 0.2, 100000.0);
	char text[32];
	printf("%d %s\n", snprintf(text, sizeof text, "%d-%s", 7, "seven"), text);
	printf("%ld %lu %ld\n", strtol("-0x7f", NULL, 0), strtoul("777", NULL, 8), atol("99 bottles"));
	printf("%.6f %.6f\n", strtod("2.718281828", NULL), atof("-1e3"));
	int a, b;
	char word[16];
	printf("%d", sscanf("12 apples 0x1f", "%d %15s %x", &a, word, (unsigned *)&b));
	printf(" %d %s %d\n", a, word, b);
	fprintf(stderr, "to standard error: %d\n", 5);
	fputs("no newline at the end", stdout);
	return 17;
}
