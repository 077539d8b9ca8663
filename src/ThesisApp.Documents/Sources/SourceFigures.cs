using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Documents.Sources;

/// <summary>Takes figures out of Markdown: images that are paragraphs of their own, and whose files were sent with the source.</summary>
internal static partial class SourceFigures
{
    private const int MostFigures = 100;
    private const int MostWarnings = 10;
    private const int LongestCaption = 300;

    /// <summary>The image that a paragraph is, with what Pandoc writes behind it (<c>{#fig:x width=50%}</c>); null where anything else stands in it.</summary>
    public static SourceImage? Of(ParagraphBlock paragraph, Func<ContainerInline, string> plain)
    {
        if (paragraph.Inline?.FirstChild is not LinkInline { IsImage: true } image)
        {
            return null;
        }

        string behind = string.Empty;
        for (Inline? inline = image.NextSibling; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LiteralInline literal)
            {
                return null;
            }

            behind += literal.Content.ToString();
        }

        return Attributes().IsMatch(behind) ? new SourceImage(image.Url ?? string.Empty, plain(image) is { Length: > 0 } alt ? alt : image.Title ?? string.Empty) : null;
    }

    /// <summary>What a paragraph beside a figure calls it: the words behind <c>Figure 3:</c>; null where it is no caption.</summary>
    public static string? Caption(string paragraph) => CaptionPattern().Match(paragraph) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    /// <summary>A caption that can stand elsewhere: without a number, not too long, without what the document's own places look like; null where nothing is left.</summary>
    public static string? Tidy(string caption)
    {
        string text = (Caption(caption) ?? caption).Trim();
        if (text.Length > LongestCaption)
        {
            text = SentenceSplitter.Split(text)[0];
        }

        text = text.TrimEnd('.', ':', ' ');
        return text.Any(char.IsLetter) && text.Length <= LongestCaption && text.IndexOfAny(['{', '}', '\uE000', '\uE001']) < 0 ? text : null;
    }

    /// <summary>The files that a source's images are, each once.</summary>
    public static IReadOnlyList<ImagePath> Paths(string sourceFile, IEnumerable<SourceParagraph> paragraphs) =>
        [.. paragraphs.Select(paragraph => paragraph.Image).OfType<SourceImage>().Take(MostFigures).Select(image => ImagePath.Of(sourceFile, image.Address)).Distinct()];

    /// <summary>The paragraphs with their figures; an image that cannot be had is left out, with a warning.</summary>
    /// <param name="sourceFile">The source's path relative to the specification.</param>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <param name="images">The files that were sent, by path.</param>
    /// <param name="warnings">Where to tell what was left out.</param>
    public static IReadOnlyList<SourceParagraph> Take(
        string sourceFile, IReadOnlyList<SourceParagraph> paragraphs, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, List<string> warnings)
    {
        List<SourceParagraph> taken = [];
        List<string> left = [];
        int figures = 0;
        foreach (SourceParagraph paragraph in paragraphs)
        {
            if (paragraph.Image is not { } image)
            {
                taken.Add(paragraph);
                continue;
            }

            string? problem = figures++ < MostFigures ? null : $"a source has at most {MostFigures} figures";
            FigureData? figure = problem is null ? Read(sourceFile, image, images, out problem) : null;
            if (figure is not null && Tidy(paragraph.Text) is { } caption)
            {
                string? alt = image.Alt.Length > 0 ? Tidy(image.Alt) : null;
                taken.Add(paragraph with { Text = caption, Figure = figure with { Alt = alt == caption ? null : alt } });
            }
            else
            {
                left.Add($"The image '{ImagePath.Shown(image.Address)}' was left out: {problem ?? "it has no caption that could be set"}.");
            }
        }

        warnings.AddRange(left.Take(MostWarnings));
        if (left.Count > MostWarnings)
        {
            warnings.Add($"{left.Count - MostWarnings} more images were left out.");
        }

        return taken;
    }

    private static FigureData? Read(string sourceFile, SourceImage image, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, out string? problem)
    {
        (_, string? path, problem) = ImagePath.Of(sourceFile, image.Address);
        if (path is null)
        {
            return null;
        }

        if (!images.TryGetValue(path, out ReadOnlyMemory<byte> content))
        {
            problem = $"'{path}' was not sent with the source; 'thesis validate' says what is wrong with it";
            return null;
        }

        if (ImageRules.Check(path, content.Span) is { } wrong)
        {
            problem = $"{wrong.Message.TrimEnd('.')}. {wrong.Remedy.TrimEnd('.')}";
            return null;
        }

        ImageInfo info = ImageReader.Read(content.Span)!;
        return new FigureData(path, Convert.ToHexStringLower(SHA256.HashData(content.Span)), info.MediaType, info.Width, info.Height);
    }

    [GeneratedRegex(@"^\s*(?:\{[^{}]*\}\s*)?$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^(?:Figure|Fig\.|Abbildung|Abb\.|Figura)\s\d+(?:\.\d+)*\s*[:.–—]\s*(\S.{2,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaptionPattern();
}
