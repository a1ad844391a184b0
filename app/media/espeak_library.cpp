#include "media/espeak_library.hpp"

#include "base/strings.hpp"
#include "media/shared_library.hpp"

#include <espeak-ng/espeak_ng.h>
#include <fmt/format.h>

#include <cstring>
#include <mutex>
#include <string_view>
#include <utility>

namespace talkpoint::media {
namespace {

constexpr int chunk_ms = 50;

/// Samples are called for while say() runs, on the same thread.
thread_local const EspeakLibrary::Take* taking = nullptr;

int take_samples(short* samples, int count, espeak_EVENT* /*events*/) {
    if (!samples || count <= 0 || !taking) return 0;
    return (*taking)({samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

base::Error no_data(const std::string& library, espeak_ng_STATUS status) {
    return {base::ErrorKind::unsupported,
            fmt::format("finds no voices (error {:#x}); install the package espeak-ng-data again",
                        static_cast<unsigned>(status)),
            library};
}

}  // namespace

struct EspeakLibrary::Impl {
    decltype(::espeak_ng_InitializePath)* initialize_path = nullptr;
    decltype(::espeak_ng_Initialize)* initialize = nullptr;
    decltype(::espeak_ng_InitializeOutput)* initialize_output = nullptr;
    decltype(::espeak_ng_ClearErrorContext)* clear_error = nullptr;
    decltype(::espeak_ng_GetSampleRate)* sample_rate = nullptr;
    decltype(::espeak_ng_SetVoiceByName)* set_voice = nullptr;
    decltype(::espeak_ng_SetParameter)* set_parameter = nullptr;
    decltype(::espeak_ng_Synthesize)* synthesize = nullptr;
    decltype(::espeak_SetSynthCallback)* set_callback = nullptr;
    decltype(::espeak_ListVoices)* list_voices = nullptr;

    std::string name;
    int rate = 0;
    std::vector<SpokenLanguage> languages;
    std::string voice;  ///< the one that is loaded

    base::Result<void> find_functions(SharedLibrary library) {
        return library.find("espeak_ng_InitializePath", initialize_path)
            .find("espeak_ng_Initialize", initialize)
            .find("espeak_ng_InitializeOutput", initialize_output)
            .find("espeak_ng_ClearErrorContext", clear_error)
            .find("espeak_ng_GetSampleRate", sample_rate)
            .find("espeak_ng_SetVoiceByName", set_voice)
            .find("espeak_ng_SetParameter", set_parameter)
            .find("espeak_ng_Synthesize", synthesize)
            .find("espeak_SetSynthCallback", set_callback)
            .find("espeak_ListVoices", list_voices)
            .found();
    }

    // Not espeak_Initialize: that one ends the process, or goes on without data.
    base::Result<void> start() {
        initialize_path(nullptr);  // $ESPEAK_DATA_PATH, else where the package has put it
        espeak_ng_ERROR_CONTEXT context = nullptr;
        auto status = initialize(&context);
        clear_error(&context);
        if (status != ENS_OK) return std::unexpected(no_data(name, status));
        status = initialize_output(ENOUTPUT_MODE_SYNCHRONOUS, chunk_ms, nullptr);
        if (status != ENS_OK) return std::unexpected(no_data(name, status));
        set_callback(take_samples);
        rate = sample_rate();
        read_languages();
        if (languages.empty() || rate <= 0) return std::unexpected(no_data(name, ENS_VOICE_NOT_FOUND));
        return {};
    }

    void read_languages() {
        for (const auto** list = list_voices(nullptr); list && *list; ++list) {
            const espeak_VOICE& listed = **list;
            if (!listed.languages || !listed.identifier) continue;
            // A byte of priority and a name that ends with a zero, again and again; at the end a zero.
            for (const char* at = listed.languages; *at != '\0'; at += std::strlen(at) + 1)
                languages.push_back({base::lower_case(at + 1), listed.identifier, static_cast<unsigned char>(*at)});
        }
    }
};

EspeakLibrary::EspeakLibrary(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

base::Result<std::unique_ptr<EspeakLibrary>> EspeakLibrary::open(const std::string& library) {
    auto loaded = SharedLibrary::load(library, "libespeak-ng1");
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    // Begun once a process and never ended: it begins a thread each time, and its end may wait for that without end.
    static std::mutex mutex;
    static std::shared_ptr<Impl> begun;
    const std::lock_guard lock{mutex};
    if (!begun) {
        auto impl = std::make_shared<Impl>();
        impl->name = library;
        auto started = impl->find_functions(std::move(*loaded));
        if (started) started = impl->start();
        if (!started) return std::unexpected(std::move(started.error()));
        begun = std::move(impl);
    }
    return std::unique_ptr<EspeakLibrary>{new EspeakLibrary{begun}};
}

int EspeakLibrary::rate() const { return impl_->rate; }

const std::vector<SpokenLanguage>& EspeakLibrary::languages() const { return impl_->languages; }

base::Result<void> EspeakLibrary::say(const std::string& text, const std::string& voice, int words_a_minute,
                                      const Take& take) {
    if (voice != impl_->voice) {
        impl_->voice.clear();
        if (const auto status = impl_->set_voice(voice.c_str()); status != ENS_OK)
            return base::fail(base::ErrorKind::unreadable,
                              fmt::format("cannot be loaded (error {:#x}); install the package espeak-ng-data again",
                                          static_cast<unsigned>(status)),
                              "the voice " + voice);
        impl_->voice = voice;
    }
    impl_->set_parameter(espeakRATE, words_a_minute, 0);
    taking = &take;
    // Neither espeakSSML nor espeakPHONEMES: the text is words. That it was stopped is no failure.
    impl_->synthesize(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakENDPAUSE, nullptr,
                      nullptr);
    taking = nullptr;
    return {};
}

}  // namespace talkpoint::media
