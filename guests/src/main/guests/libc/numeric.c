/* Results of floating point, bit by bit where the standard fixes them. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static void bits(const char *what, double value)
{
	unsigned long long image;
	memcpy(&image, &value, sizeof image);
	printf("%s %016llx\n", what, image);
}

int main(void)
{
	volatile double a = 1.1, b = 3.3, huge = DBL_MAX, tiny = DBL_MIN;
	volatile float f = 16777217.0f, g = 0.1f;
	volatile long double x = 1.1L, y = 3.3L;
	bits("add", a + b);
	bits("subtract", a - b);
	bits("multiply", a * b);
	bits("divide", a / b);
	bits("square root", sqrt(b));
	bits("overflow", huge * 10);
	bits("denormal", tiny / 1024);
	bits("float", (double)(f * g));
	bits("float sum", (double)(f + 1));
	long double product = x * y / 7;
	unsigned char image[10];
	memcpy(image, &product, 10);
	for (int i = 9; i >= 0; i--)
		printf("%02x", image[i]);
	printf("\n");
	printf("%d %d %lld\n", (int)-2.7, (int)(float)1e9, (long long)-1e15);
	volatile double nan = 0.0 / (a - a);
	printf("%d %d %d\n", nan == nan, nan < 1, !(nan > 1));
	printf("%.9f %.9f %.9f\n", sin(1), cos(1), tan(1));
	printf("%.9f %.9f %.9f\n", exp(1), log(10), pow(2, 0.5));
	printf("%.9f %.9f %.9f\n", atan2(1, 2), fmod(10, 3.3), floor(-1.5));
	double sum = 0;
	for (int i = 1; i < 10000; i++)
		sum += 1.0 / i / i;
	bits("series", sum);
	union { float lanes[4]; int words[4]; } v = {{1, 2, 3, 4}}, w = {{0.5, 0.25, 8, -1}};
	for (int i = 0; i < 4; i++)
		v.lanes[i] = v.lanes[i] * w.lanes[i] + 1;
	printf("%08x %08x %08x %08x\n", v.words[0], v.words[1], v.words[2], v.words[3]);
	unsigned long long big = 0x123456789abcdefULL;
	printf("%llu %llu %llx\n", big / 1000003, big % 1000003, big << 13 | big >> 51);
	return 0;
}
