#include "app/files_native.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace fulcrum {
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error failure(const std::string& path, const char* what) {
    return Error{"", "cannot " + std::string(what) + " " + path + ": " + std::strerror(errno)};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return failure(path, "open");
    std::string bytes;
    char piece[65'536];
    while (bytes.size() <= limit) {
        const std::size_t wanted = std::min(sizeof piece, limit + 1 - bytes.size());
        const std::size_t length = std::fread(piece, 1, wanted, file.get());
        bytes.append(piece, length);
        if (length < wanted) break;
    }
    if (std::ferror(file.get()) != 0) return failure(path, "read");
    return bytes;
}

std::optional<Error> write_file(const std::string& path, std::string_view bytes) {
    File file(std::fopen(path.c_str(), "wb"));
    if (!file) return failure(path, "write");
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    if (std::fclose(file.release()) != 0 || !written) return failure(path, "write");
    return std::nullopt;
}

}  // namespace fulcrum
