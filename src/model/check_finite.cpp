#include "model/check_context.h"
#include "model/describe_document.h"
#include "model/pointer.h"

#include <cmath>

namespace fulcrum {
namespace {

// Walks over everything by the same description that reads and writes it.
class FiniteWalk {
  public:
    explicit FiniteWalk(CheckContext& context) : context_(context) {}

    void visit(double number) {
        if (!std::isfinite(number)) context_.add(path_, "this is not a finite number");
    }
    void visit(const std::string&) {}
    void visit(std::int64_t) {}
    void visit(bool) {}

    template <class T>
    void visit(const std::optional<T>& content) {
        if (content) visit(*content);
    }
    template <class T>
    void visit(const std::vector<T>& list) {
        for (std::size_t k = 0; k < list.size(); ++k)
            inside(pointer_step(k), visit_field<T>, &list[k]);
    }
    template <class T>
    void visit(const std::vector<std::pair<std::string, T>>& list) {
        for (const auto& [name, content] : list)
            inside(pointer_step(name), visit_field<T>, &content);
    }
    void visit(const Amount& amount) {
        if (const auto* number = std::get_if<double>(&amount)) visit(*number);
    }
    void visit(const Cell& cell) {
        if (const auto* number = std::get_if<double>(&cell)) visit(*number);
        if (const auto* range = std::get_if<Assumption>(&cell)) visit(*range);
    }

    template <class T>
    void visit(const T& content) {
        if constexpr (!std::is_enum_v<T>) {
            Fields<T> fields{*this, content};
            describe(fields, As<T>{});
        }
    }

  private:
    // One function per type of field, so that each of the many fields costs one call of it.
    using VisitField = void (*)(FiniteWalk&, const void*);

    template <class T>
    static void visit_field(FiniteWalk& walk, const void* field) {
        walk.visit(*static_cast<const T*>(field));
    }

    template <class Object>
    struct Fields {
        FiniteWalk& walk;
        const Object& object;

        template <class T>
        void required(const char* name, T Object::*member, const char*) {
            walk.inside(pointer_step(name), visit_field<T>, &(object.*member));
        }
        template <class T>
        void optional(const char* name, T Object::*member, const char*) {
            walk.inside(pointer_step(name), visit_field<T>, &(object.*member));
        }
    };

    [[gnu::noinline]] void inside(const std::string& step, VisitField look_at, const void* field) {
        const std::size_t length = path_.size();
        path_ += step;
        look_at(*this, field);
        path_.resize(length);
    }

    CheckContext& context_;
    std::string path_;
};

}  // namespace

void check_finite(CheckContext& context) {
    FiniteWalk(context).visit(context.document);
}

}  // namespace fulcrum
