#include "media/codecs.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace assay::media {
namespace {

struct Row {
  Codec codec;
  std::string_view marks;  // lower case, each between blanks
};
constexpr Plays everywhere = Plays::everywhere, somewhere = Plays::somewhere, hardly = Plays::hardly_anywhere;

constexpr std::array codecs = {
    Row{{"h264", "H.264", everywhere}, " avc1 avc2 avc3 avc4 dva1 dvav h264 x264 davc v_mpeg4/iso/avc o:21 "},
    Row{{"h264-10", "H.264 High 10", somewhere}, " avc1.110 avc3.110 "},
    Row{{"h264-422", "H.264 High 4:2:2", somewhere}, " avc1.122 avc3.122 "},
    Row{{"h264-444", "H.264 High 4:4:4", somewhere}, " avc1.244 avc3.244 "},
    Row{{"h265", "H.265", somewhere}, " hvc1 hev1 dvh1 dvhe hevc h265 v_mpegh/iso/hevc o:23 "},
    Row{{"h266", "H.266", somewhere}, " vvc1 vvi1 v_mpegi/iso/vvc o:33 "},
    Row{{"av1", "AV1", everywhere}, " av01 v_av1 "},
    Row{{"vp8", "VP8", everywhere}, " vp08 vp80 v_vp8 "},
    Row{{"vp9", "VP9", everywhere}, " vp09 vp90 v_vp9 o:b1 "},
    Row{{"theora", "Theora", somewhere}, " theo v_theora "},
    Row{{"mpeg4", "MPEG-4 Visual", hardly},
        " mp4v xvid divx dx50 fmp4 o:20 v_mpeg4/iso/sp v_mpeg4/iso/asp v_mpeg4/iso/ap "},
    Row{{"msmpeg4", "MS-MPEG-4", hardly}, " mp41 mp42 mp43 mpg4 div3 div4 v_mpeg4/ms/v3 "},
    Row{{"mpeg2", "MPEG-2", hardly}, " mpg2 m2v1 v_mpeg2 o:60 o:61 o:62 o:63 o:64 o:65 "},
    Row{{"mpeg1", "MPEG-1", hardly}, " mpg1 m1v1 v_mpeg1 o:6a "},
    Row{{"h263", "H.263", hardly}, " h263 s263 flv1 "},
    Row{{"svq", "Sorenson Video", hardly}, " svq1 svq3 "},
    Row{{"mjpeg", "Motion JPEG", hardly}, " jpeg mjpg mjpa mjpb avrn v_mjpeg o:6c "},
    Row{{"prores", "ProRes", hardly}, " apch apcn apcs apco ap4h ap4x v_prores "},
    Row{{"cinepak", "Cinepak", hardly}, " cvid "},
    Row{{"indeo", "Indeo", hardly}, " iv31 iv32 iv41 iv50 "},
    Row{{"qtrle", "QuickTime RLE", hardly}, " rle "},
    Row{{"dv", "DV", hardly}, " dvc dvcp dvpp dv5p dvsd dvhd "},
    Row{{"wmv", "Windows Media Video", hardly}, " wmv1 wmv2 wmv3 wvc1 wmva vc-1 "},
    Row{{"vp6", "VP6", hardly}, " vp60 vp61 vp62 vp6f vp6a "},
    Row{{"real", "RealVideo", hardly}, " rv10 rv20 rv30 rv40 v_real/rv10 v_real/rv20 v_real/rv30 v_real/rv40 "},
    Row{{"tscc", "TechSmith", hardly}, " tscc tsc2 "},
    Row{{"aac", "AAC", everywhere},
        " mp4a a_aac a_aac/mpeg4/lc a_aac/mpeg4/lc/sbr a_aac/mpeg2/lc o:40 o:66 o:67 o:68 w:ff w:1600 w:1610 "},
    Row{{"mp3", "MP3", everywhere}, " .mp3 mp3 a_mpeg/l3 o:69 o:6b w:55 "},
    Row{{"mp2", "MP2", somewhere}, " .mp2 a_mpeg/l2 w:50 "},
    Row{{"opus", "Opus", everywhere}, " opus a_opus "},
    Row{{"vorbis", "Vorbis", everywhere}, " a_vorbis o:dd w:566f "},
    Row{{"flac", "FLAC", everywhere}, " flac a_flac w:f1ac "},
    Row{{"alac", "ALAC", somewhere}, " alac a_alac "},
    Row{{"ac3", "AC-3", somewhere}, " ac-3 a_ac3 o:a5 w:2000 "},
    Row{{"eac3", "E-AC-3", somewhere}, " ec-3 a_eac3 o:a6 "},
    Row{{"dts", "DTS", hardly}, " dtsc dtsh dtsl dtse a_dts o:a9 w:2001 "},
    Row{{"amr", "AMR", hardly}, " samr sawb "},
    Row{{"pcm", "PCM", somewhere},
        " twos sowt lpcm in24 in32 fl32 fl64 ipcm fpcm raw none a_pcm/int/lit a_pcm/int/big a_pcm/float/ieee w:1 w:3 "
        "w:fffe "},
    Row{{"g711", "G.711", somewhere}, " ulaw alaw w:6 w:7 "},
    Row{{"adpcm", "ADPCM", hardly}, " ima4 w:2 w:11 "},
    Row{{"qdm2", "QDesign Music", hardly}, " qdm2 qdmc "},
    Row{{"qcelp", "QCELP", hardly}, " qclp sqcp "},
    Row{{"wma", "Windows Media Audio", hardly}, " w:160 w:161 w:162 w:163 "},
    Row{{"speex", "Speex", somewhere}, " spex w:a109 "},
};

constexpr std::array containers = {
    Codec{"mp4", "MP4", everywhere},     Codec{"webm", "WebM", everywhere},     Codec{"mov", "QuickTime", somewhere},
    Codec{"mkv", "Matroska", somewhere}, Codec{"ogg", "Ogg", somewhere},        Codec{"avi", "AVI", hardly},
    Codec{"flv", "FLV", hardly},         Codec{"asf", "Windows Media", hardly}, Codec{"real", "RealMedia", hardly},
    Codec{"mpeg", "MPEG", hardly},       Codec{"mpeg-ts", "MPEG-TS", hardly},   Codec{"mp3", "MP3", everywhere},
    Codec{"wav", "WAV", everywhere},     Codec{"flac", "FLAC", everywhere},     Codec{"aac", "AAC", everywhere},
    Codec{"amr", "AMR", hardly},
};

}  // namespace

const Codec* codec_of(std::string_view mark) {
  while (!mark.empty() && (mark.back() == ' ' || mark.back() == '\0')) mark.remove_suffix(1);
  if (mark.empty() || mark.size() > 40) return nullptr;
  std::string wanted = " ";
  for (const char c : mark) wanted += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (wanted.find(' ', 1) != std::string::npos) return nullptr;
  wanted += ' ';
  for (const Row& row : codecs)
    if (row.marks.find(wanted) != std::string_view::npos) return &row.codec;
  return nullptr;
}

const Codec* container_of(std::string_view name) {
  for (const Codec& each : containers)
    if (each.name == name) return &each;
  return nullptr;
}

bool is_known(std::string_view words) {
  const auto same = [words](const Codec& each) { return each.words == words; };
  return std::any_of(containers.begin(), containers.end(), same) ||
         std::any_of(codecs.begin(), codecs.end(), [&](const Row& row) { return same(row.codec); });
}

std::string mark_of(char kind, std::uint64_t number) {
  char text[24];
  std::snprintf(text, sizeof text, "%c:%llx", kind, static_cast<unsigned long long>(number));
  return text;
}

}  // namespace assay::media
