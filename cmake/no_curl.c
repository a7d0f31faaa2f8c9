/* The libcurl functions that Debian's static Xerces-C++ refers to, as refusals: assay never opens a connection. They
   are made local to the merged object (cmake/xerces.cmake), so nobody else's curl is replaced. */
#define REFUSE_POINTER(name) \
  void* name(void);          \
  void* name(void) { return 0; }
#define REFUSE_CODE(name) \
  int name(void);         \
  int name(void) { return 2; /* CURLE_FAILED_INIT */ }

REFUSE_POINTER(curl_easy_init)
REFUSE_POINTER(curl_multi_init)
REFUSE_POINTER(curl_multi_info_read)
REFUSE_POINTER(curl_slist_append)
REFUSE_CODE(curl_easy_cleanup)
REFUSE_CODE(curl_easy_getinfo)
REFUSE_CODE(curl_easy_setopt)
REFUSE_CODE(curl_global_cleanup)
REFUSE_CODE(curl_global_init)
REFUSE_CODE(curl_multi_add_handle)
REFUSE_CODE(curl_multi_cleanup)
REFUSE_CODE(curl_multi_fdset)
REFUSE_CODE(curl_multi_perform)
REFUSE_CODE(curl_multi_remove_handle)
REFUSE_CODE(curl_multi_timeout)
REFUSE_CODE(curl_slist_free_all)
