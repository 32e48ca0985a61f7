#include "ui/plots/tex_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

/// A sign, how it stands in the text.
enum class Place { OnLine, Above, Below };
struct Sign {
    Place place = Place::OnLine;
    QString tex;
};

void addLetters(QHash<char32_t, Sign>& signs)
{
    const std::pair<char32_t, const char*> letters[] = {
        {U'α', "\\alpha"},      {U'β', "\\beta"},   {U'γ', "\\gamma"}, {U'δ', "\\delta"},
        {U'ε', "\\varepsilon"}, {U'ζ', "\\zeta"},   {U'η', "\\eta"},   {U'θ', "\\theta"},
        {U'κ', "\\kappa"},      {U'λ', "\\lambda"}, {U'μ', "\\mu"},    {U'ν', "\\nu"},
        {U'ξ', "\\xi"},         {U'π', "\\pi"},     {U'ρ', "\\rho"},   {U'σ', "\\sigma"},
        {U'τ', "\\tau"},        {U'φ', "\\varphi"}, {U'χ', "\\chi"},   {U'ψ', "\\psi"},
        {U'ω', "\\omega"},      {U'Γ', "\\Gamma"},  {U'Δ', "\\Delta"}, {U'Θ', "\\Theta"},
        {U'Λ', "\\Lambda"},     {U'Π', "\\Pi"},     {U'Σ', "\\Sigma"}, {U'Φ', "\\Phi"},
        {U'Ψ', "\\Psi"},        {U'Ω', "\\Omega"},  {U'∇', "\\nabla"}, {U'−', "-"},
        {U'×', "\\times"},      {U'·', "\\cdot"},   {U'±', "\\pm"},    {U'≤', "\\le"},
        {U'≥', "\\ge"},         {U'→', "\\to"},     {U'∞', "\\infty"}, {U'√', "\\surd"},
        {U'½', "\\tfrac12"},    {U'≈', "\\approx"}, {U'≠', "\\ne"},    {U'′', "'"},
        {U'∂', "\\partial"}};
    for (const auto& [sign, tex] : letters)
        signs[sign] = {Place::OnLine, QString::fromLatin1(tex)};
}

const QHash<char32_t, Sign>& allSigns()
{
    static const QHash<char32_t, Sign> all = [] {
        QHash<char32_t, Sign> signs;
        addLetters(signs);
        const std::u32string above = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ";
        const QStringList aboveTex = QStringLiteral("0 1 2 3 4 5 6 7 8 9 - \\top").split(u' ');
        const std::u32string below = U"₀₁₂₃₄₅₆₇₈₉ₖᵣₘₐₓ";
        const QStringList belowTex = QStringLiteral("0 1 2 3 4 5 6 7 8 9 k r m a x").split(u' ');
        for (std::size_t i = 0; i < above.size(); ++i)
            signs[above[i]] = {Place::Above, aboveTex[static_cast<qsizetype>(i)]};
        for (std::size_t i = 0; i < below.size(); ++i)
            signs[below[i]] = {Place::Below, belowTex[static_cast<qsizetype>(i)]};
        return signs;
    }();
    return all;
}

constexpr char32_t tildeAbove = 0x303;
constexpr char32_t norm = U'‖';

bool isLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

QString escaped(char32_t c)
{
    switch (c) {
    case U'\\':
        return QStringLiteral("\\textbackslash{}");
    case U'~':
        return QStringLiteral("\\textasciitilde{}");
    case U'^':
        return QStringLiteral("\\textasciicircum{}");
    case U'<':
        return QStringLiteral("\\ensuremath{<}");
    case U'>':
        return QStringLiteral("\\ensuremath{>}");
    case U'|':
        return QStringLiteral("\\ensuremath{|}");
    case U'"':
        return QStringLiteral("''");
    case U'{':
    case U'}':
    case U'$':
    case U'&':
    case U'#':
    case U'_':
    case U'%':
        return QLatin1Char('\\') + QString::fromUcs4(&c, 1);
    default:
        return c < U' ' ? QStringLiteral(" ") : QString::fromUcs4(&c, 1);
    }
}

/// Those from `i` on that stand at one place, as one; moves i to the last of them.
QString scriptAt(const std::u32string& text, std::size_t& i)
{
    const Place place = allSigns().value(text[i]).place;
    QString inner;
    std::size_t last = i;
    for (; last < text.size(); ++last) {
        const auto found = allSigns().constFind(text[last]);
        if (found == allSigns().constEnd() || found->place != place)
            break;
        inner += found->tex;
    }
    i = last - 1;
    if (inner == QLatin1String("max"))
        inner = QStringLiteral("\\max");
    return (place == Place::Above ? QStringLiteral("^{") : QStringLiteral("_{")) + inner + QLatin1Char('}');
}

/// A word of text, or letters that are signs: moves i to the last of them.
QString wordAt(const std::u32string& text, std::size_t& i)
{
    std::size_t end = i;
    while (end < text.size() && isLetter(text[end]))
        ++end;
    const QString word = QString::fromUcs4(text.data() + i, static_cast<qsizetype>(end - i));
    i = end - 1;
    if (word == QLatin1String("ln"))
        return QStringLiteral("\\ln ");
    if (word == QLatin1String("tr"))
        return QStringLiteral("\\operatorname{tr}");
    if (word == QLatin1String("PC"))
        return QStringLiteral("\\mathrm{PC}");
    const bool isOfSigns = word.size() == 1 || word == word.toUpper();
    return isOfSigns ? word : QStringLiteral("\\text{%1 }").arg(word);
}

/// Whether LaTeX can set it with the fonts that it has by itself: an accented letter that falls into a plain
/// one and an accent above it or a cedilla, say.
bool isKnown(char32_t c)
{
    constexpr char32_t asciiEnd = 0x80;
    constexpr char32_t ogonek = 0x328; // its fonts have none
    if (c < asciiEnd || c == tildeAbove || c == norm || allSigns().contains(c) ||
        std::u32string_view(U"ßæøåœÆØÅŒłŁ–—…‘’“”§¶©\u00a0").find(c) != std::u32string_view::npos)
        return true;
    const std::u32string parts = QChar::decomposition(c).toStdU32String();
    return c < 0x180 && parts.size() == 2 && isLetter(parts[0]) && parts[1] != ogonek;
}

} // namespace

QString texFormula(const QString& label)
{
    const std::u32string text = label.toStdU32String();
    QString tex;
    bool isOpen = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto sign = allSigns().constFind(text[i]);
        if (text[i] == U' ')
            continue; // mathematics has its own
        if (text[i] == norm) {
            isOpen = !isOpen;
            tex += isOpen ? QStringLiteral("\\lVert ") : QStringLiteral("\\rVert ");
        } else if (isLetter(text[i])) {
            tex += wordAt(text, i);
        } else if (sign == allSigns().constEnd()) {
            tex += escaped(text[i]);
        } else if (sign->place == Place::OnLine) {
            tex += sign->tex + (sign->tex.startsWith(u'\\') ? QStringLiteral(" ") : QString());
        } else {
            tex += scriptAt(text, i);
        }
    }
    return QLatin1Char('$') + tex.trimmed() + QLatin1Char('$');
}

QString texText(const QString& name)
{
    const std::u32string text = name.toStdU32String();
    QString tex;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto sign = allSigns().constFind(text[i]);
        QString piece;
        if (sign != allSigns().constEnd())
            piece = sign->place == Place::OnLine ? sign->tex : QStringLiteral("{}") + scriptAt(text, i);
        else if (text[i] == norm)
            piece = QStringLiteral("\\Vert");
        if (i + 1 < text.size() && text[i + 1] == tildeAbove) {
            piece = QStringLiteral("\\tilde{%1}").arg(piece.isEmpty() ? escaped(text[i]) : piece);
            ++i;
        }
        tex += piece.isEmpty() ? escaped(text[i]) : QStringLiteral("\\ensuremath{%1}").arg(piece);
    }
    return tex;
}

QString texUnknowns(const QString& text)
{
    QString definitions;
    QSet<char32_t> seen;
    for (const char32_t c : text.toStdU32String()) {
        if (isKnown(c) || seen.contains(c))
            continue;
        seen.insert(c);
        definitions += QStringLiteral("  \\DeclareUnicodeCharacter{%1}{?}\n")
                           .arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
    }
    return definitions.isEmpty()
               ? QString()
               : QStringLiteral("\\ifdefined\\DeclareUnicodeCharacter\n%1\\fi\n").arg(definitions);
}

} // namespace hyperdrift::ui
