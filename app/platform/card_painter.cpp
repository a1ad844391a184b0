#include "platform/painter.hpp"

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

/// Everything is GL's.
class CardPainter final : public Painter {
  public:
    explicit CardPainter(Window& window)
        : window_(window),
          width_(window.width()),
          height_(window.height()),
          picture_(make_layer(width_, height_)),
          swizzle_(epoxy_gl_version() >= 33 || epoxy_has_gl_extension("GL_ARB_texture_swizzle")) {
        make_program();
    }

    ~CardPainter() override {
        ImGui_ImplOpenGL3_Shutdown();
        drop_previous();
        glDeleteFramebuffers(1, &picture_.framebuffer);
        glDeleteTextures(1, &picture_.texture);
        glDeleteProgram(program_);
        glDeleteBuffers(1, &vertices_);
        glDeleteVertexArrays(1, &quad_);
    }
    CardPainter(const CardPainter&) = delete;
    CardPainter& operator=(const CardPainter&) = delete;

    void begin_frame() override { ImGui_ImplOpenGL3_NewFrame(); }

    void fit_window() override {
        drop_previous();
        glDeleteFramebuffers(1, &picture_.framebuffer);
        glDeleteTextures(1, &picture_.texture);
        width_ = window_.width();
        height_ = window_.height();
        picture_ = make_layer(width_, height_);
        shown_ = {};
    }

    void draw(ImDrawData& data, const Area&) override {
        glBindFramebuffer(GL_FRAMEBUFFER, picture_.framebuffer);
        glViewport(0, 0, width_, height_);
        ImGui_ImplOpenGL3_RenderDrawData(&data);
    }

    void keep_previous() override {
        drop_previous();
        previous_ = picture_;
        picture_ = make_layer(width_, height_);
    }

    bool show(const Canvas::Mix& mix) override {
        shown_ = mix;
        if (mix.fade >= 1) drop_previous();  // eight megabytes that most frames do not need
        compose(0, window_.panel_width(), window_.panel_height(), window_.rotation(), mix);
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        return window_.swap();
    }

    bool is_lost() override {
        static const bool asked_plainly = epoxy_gl_version() >= 45 || epoxy_has_gl_extension("GL_KHR_robustness");
        static const bool can_be_asked = asked_plainly || epoxy_has_gl_extension("GL_ARB_robustness");
        if (!can_be_asked) return false;
        return (asked_plainly ? glGetGraphicsResetStatus() : glGetGraphicsResetStatusARB()) != GL_NO_ERROR;
    }

    void finish() override { glFinish(); }

    Pixels read() override {
        Pixels pixels{
            width_, height_,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4)};
        const Layer shown = make_layer(width_, height_);
        compose(shown.framebuffer, width_, height_, 0, shown_);
        glBindFramebuffer(GL_FRAMEBUFFER, shown.framebuffer);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &shown.framebuffer);
        glDeleteTextures(1, &shown.texture);
        const auto row = static_cast<std::ptrdiff_t>(width_) * 4;
        for (std::ptrdiff_t top = 0, bottom = height_ - 1; top < bottom; ++top, --bottom)
            std::swap_ranges(pixels.rgba.begin() + top * row, pixels.rgba.begin() + (top + 1) * row,
                             pixels.rgba.begin() + bottom * row);
        return pixels;
    }

    std::uint32_t upload_mask(int width, int height, std::span<const std::uint8_t> alpha) override {
        if (swizzle_) {
            const GLuint texture = upload(width, height, GL_R8, GL_RED, alpha.data());
            constexpr std::array<GLint, 4> white = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
            glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white.data());
            return texture;
        }
        std::vector<std::uint8_t> rgba(alpha.size() * 4, 255);
        for (std::size_t i = 0; i < alpha.size(); ++i) rgba[i * 4 + 3] = alpha[i];
        return upload(width, height, GL_RGBA8, GL_RGBA, rgba.data());
    }

    std::uint32_t upload_picture(int width, int height, std::span<const std::uint8_t> premultiplied_rgba) override {
        // ImGui blends straight alpha: undo the multiplication, once.
        std::vector<std::uint8_t> straight(premultiplied_rgba.begin(), premultiplied_rgba.end());
        for (std::size_t i = 0; i + 3 < straight.size(); i += 4) {
            const unsigned alpha = straight[i + 3];
            if (alpha == 0 || alpha == 255) continue;
            for (std::size_t k = 0; k < 3; ++k)
                straight[i + k] = static_cast<std::uint8_t>(std::min(255U, straight[i + k] * 255U / alpha));
        }
        return upload(width, height, GL_RGBA8, GL_RGBA, straight.data());
    }

    std::uint32_t upload_opaque(int width, int height, std::span<const std::uint8_t> rgba) override {
        return upload(width, height, GL_RGBA8, GL_RGBA, rgba.data());
    }

    void update_opaque(std::uint32_t texture, int width, int height, std::span<const std::uint8_t> rgba) override {
        glBindTexture(GL_TEXTURE_2D, texture);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    }

    void release(std::uint32_t texture) override { glDeleteTextures(1, &texture); }

  private:
    void drop_previous() {
        if (previous_.texture == 0) return;
        glDeleteFramebuffers(1, &previous_.framebuffer);
        glDeleteTextures(1, &previous_.texture);
        previous_ = {};
    }

    void make_program() {
        program_ = glCreateProgram();
        const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source),
                     fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
        glAttachShader(program_, vertex);
        glAttachShader(program_, fragment);
        glBindAttribLocation(program_, 0, "corner");
        glLinkProgram(program_);
        glDeleteShader(vertex);
        glDeleteShader(fragment);
        constexpr std::array<float, 8> corners = {0, 0, 1, 0, 0, 1, 1, 1};
        glGenVertexArrays(1, &quad_);
        glBindVertexArray(quad_);
        glGenBuffers(1, &vertices_);
        glBindBuffer(GL_ARRAY_BUFFER, vertices_);
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
        const int w = width_ - std::abs(right), h = height_ - std::abs(up);
        copy(right < 0 ? -right : 0, up < 0 ? -up : 0, w, h, std::max(0, right), std::max(0, up));
        const int edge_x = right > 0 ? 0 : w, edge_y = up > 0 ? 0 : h;
        copy(edge_x, 0, std::abs(right), height_, edge_x, 0);
        copy(0, edge_y, width_, std::abs(up), 0, edge_y);
    }

    /// Puts the picture into `target` of the given size, turned by `rotation`.
    void compose(GLuint target, int target_width, int target_height, int rotation, const Canvas::Mix& mix) const {
        glDisable(GL_SCISSOR_TEST);
        if (rotation == 0 && mix.fade >= 1) {
            glBindFramebuffer(GL_READ_FRAMEBUFFER, picture_.framebuffer);
            glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
            blit_moved(static_cast<int>(mix.x), static_cast<int>(-mix.y));
            return;
        }
        glBindFramebuffer(GL_FRAMEBUFFER, target);
        glViewport(0, 0, target_width, target_height);
        glDisable(GL_BLEND);
        glUseProgram(program_);
        glActiveTexture(GL_TEXTURE1);
        glBindTexture(GL_TEXTURE_2D, previous_.texture);
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, picture_.texture);
        glUniform1i(glGetUniformLocation(program_, "previous"), mix.fade < 1 ? 1 : 0);
        glUniform1i(glGetUniformLocation(program_, "picture"), 0);
        glUniform1f(glGetUniformLocation(program_, "fade"), mix.fade);
        glUniform2f(glGetUniformLocation(program_, "away"), mix.x / static_cast<float>(width_),
                    -mix.y / static_cast<float>(height_));
        // Where in the upright picture a corner of the panel looks; columns of the matrix, y up.
        static constexpr std::array<std::array<float, 4>, 4> turns = {
            {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}}};
        glUniformMatrix2fv(glGetUniformLocation(program_, "turn"), 1, GL_FALSE,
                           turns[static_cast<std::size_t>(rotation / 90)].data());
        glBindVertexArray(quad_);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        glBindVertexArray(0);
        glUseProgram(0);
    }

    Window& window_;
    int width_, height_;
    Layer picture_, previous_;
    GLuint program_ = 0, quad_ = 0, vertices_ = 0;
    bool swizzle_;
    Canvas::Mix shown_;
};

}  // namespace

base::Result<std::unique_ptr<Painter>> make_card_painter(Window& window) {
    if (epoxy_gl_version() < 30)
        return base::fail(base::ErrorKind::unsupported,
                          "OpenGL 3.0 is needed; install a newer driver, or use --drawing processor", "display");
    ImGui_ImplOpenGL3_Init("#version 130");
    return std::make_unique<CardPainter>(window);
}

}  // namespace talkpoint::platform
