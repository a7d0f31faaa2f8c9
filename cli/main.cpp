#include <assay/cli.hpp>
#include <assay/store.hpp>

int main(int argc, char** argv) {
  assay::Store store;
  return assay::cli(argc, argv, store);
}
