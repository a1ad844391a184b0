#include "platform/canvas.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace talkpoint::platform {
namespace {

/// A picture that can be drawn into and shown.
struct Layer {
    GLuint texture = 0, framebuffer = 0;
};

constexpr const char* vertex_source = R"(#version 130
in vec2 corner;
uniform mat2 turn;
out vec2 at;
void main() { at = turn * (corner - 0.5) + 0.5; gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0); })";

constexpr const char* fragment_source = R"(#version 130
in vec2 at;
out vec4 color;
uniform sampler2D previous, picture;
uniform float fade;
uniform vec2 away;
void main() { color = mix(texture(previous, at), texture(picture, at - away), fade); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

Layer make_layer(int width, int height) {
    Layer layer;
    glGenTextures(1, &layer.texture);
    glBindTexture(GL_TEXTURE_2D, layer.texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glGenFramebuffers(1, &layer.framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, layer.framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, layer.texture, 0);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    return layer;
}

GLuint upload(int width, int height, GLint kept_as, GLenum given_as, const std::uint8_t* bytes) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, kept_as, width, height, 0, given_as, GL_UNSIGNED_BYTE, bytes);
    return texture;
}

}  // namespace

struct Canvas::Impl {
    Window& window;
    int width, height;
    Layer picture, previous;
    GLuint program = 0, quad = 0, vertices = 0;
    bool swizzle = false;
    std::uint64_t serial = 0;
    Mix shown;

    explicit Impl(Window& w) : window(w), width(w.width()), height(w.height()) {}

    ~Impl() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
        drop_previous();
        glDeleteFramebuffers(1, &picture.framebuffer);
        glDeleteTextures(1, &picture.texture);
        glDeleteProgram(program);
        glDeleteBuffers(1, &vertices);
        glDeleteVertexArrays(1, &quad);
    }

    void drop_previous() {
        if (previous.texture == 0) return;
        glDeleteFramebuffers(1, &previous.framebuffer);
        glDeleteTextures(1, &previous.texture);
        previous = {};
    }

    /// A name that GL may hand out again, made one that never comes again.
    std::uint64_t unique(GLuint texture) { return texture ? ++serial << 32 | texture : 0; }

    void make_program() {
        program = glCreateProgram();
        const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source),
                     fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
        glAttachShader(program, vertex);
        glAttachShader(program, fragment);
        glBindAttribLocation(program, 0, "corner");
        glLinkProgram(program);
        glDeleteShader(vertex);
        glDeleteShader(fragment);
        constexpr std::array<float, 8> corners = {0, 0, 1, 0, 0, 1, 1, 1};
        glGenVertexArrays(1, &quad);
        glBindVertexArray(quad);
        glGenBuffers(1, &vertices);
        glBindBuffer(GL_ARRAY_BUFFER, vertices);
        glBufferData(GL_ARRAY_BUFFER, sizeof corners, corners.data(), GL_STATIC_DRAW);
        glEnableVertexAttribArray(0);
        glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
        glBindVertexArray(0);
    }

    /// Copies the picture, `right` and `up` away from its place; what it leaves free is its own edge. (A copy costs
    /// half of what the shader does on a machine without a graphics card.)
    void blit_moved(int right, int up) const {
        const auto copy = [](int x, int y, int w, int h, int to_x, int to_y) {
            if (w > 0 && h > 0)
                glBlitFramebuffer(x, y, x + w, y + h, to_x, to_y, to_x + w, to_y + h, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        };
        const int w = width - std::abs(right), h = height - std::abs(up);
        copy(right < 0 ? -right : 0, up < 0 ? -up : 0, w, h, std::max(0, right), std::max(0, up));
        const int edge_x = right > 0 ? 0 : w, edge_y = up > 0 ? 0 : h;
        copy(edge_x, 0, std::abs(right), height, edge_x, 0);
        copy(0, edge_y, width, std::abs(up), 0, edge_y);
    }

    /// Puts the picture into `target` of the given size, turned by `rotation`.
    void compose(GLuint target, int target_width, int target_height, int rotation, const Mix& mix) const {
        glDisable(GL_SCISSOR_TEST);
        if (rotation == 0 && mix.fade >= 1) {
            glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.framebuffer);
            glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
            blit_moved(static_cast<int>(mix.x), static_cast<int>(-mix.y));
            return;
        }
        glBindFramebuffer(GL_FRAMEBUFFER, target);
        glViewport(0, 0, target_width, target_height);
        glDisable(GL_BLEND);
        glUseProgram(program);
        glActiveTexture(GL_TEXTURE1);
        glBindTexture(GL_TEXTURE_2D, previous.texture);
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, picture.texture);
        glUniform1i(glGetUniformLocation(program, "previous"), mix.fade < 1 ? 1 : 0);
        glUniform1i(glGetUniformLocation(program, "picture"), 0);
        glUniform1f(glGetUniformLocation(program, "fade"), mix.fade);
        glUniform2f(glGetUniformLocation(program, "away"), mix.x / static_cast<float>(width),
                    -mix.y / static_cast<float>(height));
        // Where in the upright picture a corner of the panel looks; columns of the matrix, y up.
        static constexpr std::array<std::array<float, 4>, 4> turns = {
            {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}}};
        glUniformMatrix2fv(glGetUniformLocation(program, "turn"), 1, GL_FALSE,
                           turns[static_cast<std::size_t>(rotation / 90)].data());
        glBindVertexArray(quad);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        glBindVertexArray(0);
        glUseProgram(0);
    }
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Canvas::~Canvas() = default;

base::Result<std::unique_ptr<Canvas>> Canvas::create(Window& window) {
    if (epoxy_gl_version() < 30)
        return base::fail(base::ErrorKind::unsupported,
                          "OpenGL 3.0 is needed; install a newer driver, or Mesa's software renderer", "display");
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 130");
    auto impl = std::make_unique<Impl>(window);
    impl->swizzle = epoxy_gl_version() >= 33 || epoxy_has_gl_extension("GL_ARB_texture_swizzle");
    impl->picture = make_layer(impl->width, impl->height);
    impl->make_program();
    return std::unique_ptr<Canvas>{new Canvas{std::move(impl)}};
}

void Canvas::draw(const Area& area, const std::function<void(ImDrawList&)>& paint) {
    if (area.width <= 0 || area.height <= 0) return;
    ImGui_ImplOpenGL3_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(impl_->width), static_cast<float>(impl_->height)};
    io.DeltaTime = 1.F / 60;
    ImGui::NewFrame();
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const ImVec2 from{static_cast<float>(area.x), static_cast<float>(area.y)};
    list->PushClipRect(from, {from.x + static_cast<float>(area.width), from.y + static_cast<float>(area.height)}, true);
    paint(*list);
    list->PopClipRect();
    ImGui::Render();
    glBindFramebuffer(GL_FRAMEBUFFER, impl_->picture.framebuffer);
    glViewport(0, 0, impl_->width, impl_->height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Canvas::keep_previous() {
    impl_->drop_previous();
    impl_->previous = impl_->picture;
    impl_->picture = make_layer(impl_->width, impl_->height);
}

void Canvas::show(const Mix& mix) {
    impl_->shown = mix;
    if (mix.fade >= 1) impl_->drop_previous();  // eight megabytes that most frames do not need
    impl_->compose(0, impl_->window.panel_width(), impl_->window.panel_height(), impl_->window.rotation(), mix);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    impl_->window.swap();
}

void Canvas::finish() { glFinish(); }

Pixels Canvas::read() {
    Pixels pixels{impl_->width, impl_->height,
                  std::vector<std::uint8_t>(static_cast<std::size_t>(impl_->width) *
                                            static_cast<std::size_t>(impl_->height) * 4)};
    const Layer shown = make_layer(impl_->width, impl_->height);
    impl_->compose(shown.framebuffer, impl_->width, impl_->height, 0, impl_->shown);
    glBindFramebuffer(GL_FRAMEBUFFER, shown.framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, impl_->width, impl_->height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &shown.framebuffer);
    glDeleteTextures(1, &shown.texture);
    const auto row = static_cast<std::ptrdiff_t>(impl_->width) * 4;
    for (std::ptrdiff_t top = 0, bottom = impl_->height - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(pixels.rgba.begin() + top * row, pixels.rgba.begin() + (top + 1) * row,
                         pixels.rgba.begin() + bottom * row);
    return pixels;
}

std::uint64_t Canvas::upload_mask(int width, int height, std::span<const std::uint8_t> alpha) {
    if (impl_->swizzle) {
        const GLuint texture = upload(width, height, GL_R8, GL_RED, alpha.data());
        constexpr std::array<GLint, 4> white = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
        glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white.data());
        return impl_->unique(texture);
    }
    std::vector<std::uint8_t> rgba(alpha.size() * 4, 255);
    for (std::size_t i = 0; i < alpha.size(); ++i) rgba[i * 4 + 3] = alpha[i];
    return impl_->unique(upload(width, height, GL_RGBA8, GL_RGBA, rgba.data()));
}

std::uint64_t Canvas::upload_picture(int width, int height, std::span<const std::uint8_t> premultiplied_rgba) {
    // ImGui blends straight alpha: undo the multiplication, once.
    std::vector<std::uint8_t> straight(premultiplied_rgba.begin(), premultiplied_rgba.end());
    for (std::size_t i = 0; i + 3 < straight.size(); i += 4) {
        const unsigned alpha = straight[i + 3];
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t k = 0; k < 3; ++k)
            straight[i + k] = static_cast<std::uint8_t>(std::min(255U, straight[i + k] * 255U / alpha));
    }
    return impl_->unique(upload(width, height, GL_RGBA8, GL_RGBA, straight.data()));
}

void Canvas::release(std::uint64_t texture) {
    const auto name = static_cast<GLuint>(texture & 0xffffffffU);
    glDeleteTextures(1, &name);
}

}  // namespace talkpoint::platform
