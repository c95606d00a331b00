#if os(Linux)
  import CMimalloc
#endif

/// Asks the system for large pages of memory (2 MB) from now on, where it grants them and a site is
/// large.
///
/// The pages of a site ask for records all over its memory; with small pages of memory the processor
/// spends a seventh of its time at 100,000 texts on finding out where those stand. At 10,000 it is no
/// more than what large pages cost where memory must first be had from a host.
func preferLargePages(forTexts count: Int) {
  #if os(Linux)
    if count >= 50_000 { mi_option_set_enabled(mi_option_large_os_pages, true) }
  #endif
}
