#pragma once

/// Marks a text that the window may show in another language; here it is the text itself.
#define HYPERDRIFT_TEXT(context, text) text
