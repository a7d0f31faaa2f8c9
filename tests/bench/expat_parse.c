/* The floor for tests/bench/growth.sh: expat reads the file with namespaces and hands out every event, nothing more. */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>

static void start(void* data, const XML_Char* name, const XML_Char** attributes) {
  (void)name, (void)attributes;
  ++*(long*)data;
}
static void end(void* data, const XML_Char* name) { (void)data, (void)name; }
static void text(void* data, const XML_Char* characters, int length) { (void)data, (void)characters, (void)length; }

int main(int argc, char** argv) {
  FILE* file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file), elements = 0;
  rewind(file);
  char* bytes = malloc((size_t)size);
  if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return 2;
  XML_Parser parser = XML_ParserCreateNS(NULL, '|');
  XML_SetUserData(parser, &elements);
  XML_SetElementHandler(parser, start, end);
  XML_SetCharacterDataHandler(parser, text);
  const int good = XML_Parse(parser, bytes, (int)size, 1) == XML_STATUS_OK;
  printf("%ld\n", elements);
  XML_ParserFree(parser);
  free(bytes);
  fclose(file);
  return good ? 0 : 1;
}
