#include "link/deflate.h"

#include <array>
#include <cassert>
#include <zlib.h>

namespace fulcrum {
namespace {

constexpr int raw_window_bits = -15;  // negative: no zlib header, no Adler sum
constexpr int memory_level = 9;

// zlib reads through a pointer to non-const and never writes there.
Bytef* reading(std::string_view bytes) {
    return reinterpret_cast<Bytef*>(
        const_cast<char*>(bytes.data()));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    const int begun = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window_bits,
                                   memory_level, Z_DEFAULT_STRATEGY);
    assert(begun == Z_OK);
    static_cast<void>(begun);

    std::string fewer(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reading(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(fewer.data());
    stream.avail_out = static_cast<uInt>(fewer.size());
    const int ended = deflate(&stream, Z_FINISH);
    assert(ended == Z_STREAM_END);
    static_cast<void>(ended);
    fewer.resize(stream.total_out);
    deflateEnd(&stream);
    return fewer;
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, raw_window_bits) != Z_OK) return std::nullopt;
    stream.next_in = reading(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());

    std::string more;
    std::array<char, 16'384> piece{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = piece.size() - stream.avail_out;
        if (more.size() + made > limit)
            state = Z_DATA_ERROR;
        else
            more.append(piece.data(), made);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return more;
}

}  // namespace fulcrum
