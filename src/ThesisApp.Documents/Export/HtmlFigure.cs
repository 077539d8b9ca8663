using System.Globalization;
using System.Net;
using System.Text;
using ThesisApp.Core.Documents;

namespace ThesisApp.Documents.Export;

/// <summary>Writes a figure into a page: the picture itself, so that the page needs no other file, and its caption.</summary>
internal static class HtmlFigure
{
    /// <summary>What the page's policy allows besides, where there is a figure: pictures that are part of it.</summary>
    public const string Policy = "; img-src data:";

    /// <summary>What the style sheet has besides, where there is a figure.</summary>
    public const string Style = """
        figure { margin: 1.6rem 0; break-inside: avoid; }
        figure img { display: block; max-width: 100%; max-height: 75vh; width: auto; height: auto; margin: 0 auto .6rem; background: #fff; }
        figcaption { color: var(--soft); font-size: .88rem; }
        @media print { figure img { max-height: 180mm; } }

        """;

    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">The caption as HTML.</param>
    /// <param name="plain">The caption as text, for those who cannot see the picture and of which the source says no more.</param>
    /// <param name="images">The pictures' bytes by hash.</param>
    public static void Write(StringBuilder html, DocumentFigure figure, string caption, string plain, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images)
    {
        html.Append("<figure>\n");
        if (images is not null && figure.Number > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<img src=\"data:{figure.Data.MediaType};base64,{Convert.ToBase64String(images[figure.Data.Hash].Span)}\" width=\"{figure.Data.Width}\" height=\"{figure.Data.Height}\" alt=\"{WebUtility.HtmlEncode(figure.Data.Alt ?? plain.Trim())}\">\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<figcaption>{caption}</figcaption>\n</figure>\n");
    }
}
