#include "text/digest.hpp"

#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace assay::text {
namespace {

// A digest that is silently empty would prove anything.
void done(bool good) {
  if (!good) throw std::runtime_error("libcrypto makes no SHA-256");
}

// In a context of our own: openssl.cnf of a machine may leave algorithms out. Looked up once, which costs more than the
// digest of a short text.
const EVP_MD* sha256() {
  static const EVP_MD* const found = EVP_MD_fetch(OSSL_LIB_CTX_new(), "SHA256", nullptr);
  done(found != nullptr);
  return found;
}

}  // namespace

struct Sha256::Impl {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~Impl() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) { done(EVP_DigestInit_ex(impl_->context, sha256(), nullptr) == 1); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { done(EVP_DigestUpdate(impl_->context, bytes.data(), bytes.size()) == 1); }

std::string Sha256::hex() {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  done(EVP_DigestFinal_ex(impl_->context, digest, &size) == 1);
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out.push_back("0123456789abcdef"[digest[i] >> 4]);
    out.push_back("0123456789abcdef"[digest[i] & 15]);
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace assay::text
