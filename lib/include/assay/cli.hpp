#pragma once

namespace assay {

class Store;

/// The whole command line over a store: somebody's own rules are a ten-line main away.
///   int main(int argc, char** argv) { assay::Store store; store.add(my_rules); return assay::cli(argc, argv, store); }
int cli(int argc, char** argv, Store& store);

}  // namespace assay
