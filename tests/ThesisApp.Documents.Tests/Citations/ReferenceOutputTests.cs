namespace ThesisApp.Documents.Tests.Citations;

/// <summary>Sixty invented works of ten types in five styles, held against citeproc-js 1.4 with the styles' own CSL files. Every difference has a reason, told in docs/citations.md.</summary>
public sealed class ReferenceOutputTests
{
    public static TheoryData<string> Styles { get; } = ["apa", "ieee", "chicago", "harvard", "vancouver"];

    [Fact]
    public void There_are_sixty_works_of_ten_types() => Assert.Equal((60, 5 * 130), (new Styled("apa", ReferenceOutput.Works).Keys.Count(), Styles.Sum(style => ReferenceOutput.Of(style).Count)));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_string_is_that_of_the_reference_or_differs_for_a_reason_that_is_told(string style)
    {
        Dictionary<string, (string Ours, string Reason)> differences = ReferenceOutput.DifferencesOf(style);
        Dictionary<string, string> ours = Ours(style);
        string[] unexplained =
        [
            .. ReferenceOutput.Of(style)
                .Where(item => ours[item.Key] != Expected(item.Key, item.Value) && !(differences.TryGetValue(item.Key, out (string Ours, string Reason) difference) && difference.Ours == ours[item.Key] && ReferenceOutput.Reasons.ContainsKey(difference.Reason)))
                .Select(item => $"{item.Key}\n  reference: {item.Value}\n  ours:      {ours[item.Key]}"),
        ];

        Assert.True(unexplained.Length == 0, string.Join("\n", unexplained));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void No_reason_is_told_for_what_does_not_differ(string style)
    {
        Dictionary<string, string> reference = ReferenceOutput.Of(style);

        Assert.All(ReferenceOutput.DifferencesOf(style), difference => Assert.NotEqual(Expected(difference.Key, reference[difference.Key]), difference.Value.Ours));
    }

    [Fact]
    public void Every_reason_is_that_of_a_difference() =>
        Assert.Equal(
            ReferenceOutput.Reasons.Keys.Order(StringComparer.Ordinal),
            Styles.SelectMany(style => ReferenceOutput.DifferencesOf(style).Values).Select(difference => difference.Reason).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_list_has_the_order_of_the_reference_but_for_what_starts_with_an_article(string style)
    {
        // For Harvard the reference does not look at the names behind 'et al.'
        string[] articles = style is "ieee" or "vancouver" ? [] : ["anon2021web", "anon1999market", "coreteam2024", "cairn2023manual", .. style == "harvard" ? new[] { "berger2017other" } : []];

        Assert.Equal(ReferenceOutput.OrderOf(style).Except(articles), new Styled(style, ReferenceOutput.Works).Order().Except(articles));
    }

    private static Dictionary<string, string> Ours(string style)
    {
        Styled styled = new(style, ReferenceOutput.Works);
        Dictionary<string, string> ours = [];
        foreach (string key in styled.Keys)
        {
            ours.Add($"list/{key}", Fold(styled.List(key)));
            ours.Add($"text/{key}", Fold(styled.Cite(key)));
        }

        foreach ((int i, (string Key, string? Locator)[] group) in ReferenceOutput.Groups.Index())
        {
            ours.Add($"group/{i}", Fold(styled.Cite(group)));
        }

        return ours;
    }

    // A citation in the text is a link of one piece, without italics.
    private static string Expected(string item, string reference) =>
        Fold(item.StartsWith("list/", StringComparison.Ordinal) ? reference : reference.Replace("*", string.Empty, StringComparison.Ordinal));

    // The reference sets typographic apostrophes; ours keeps those that the bibliography has.
    private static string Fold(string text) => text.Replace('’', '\'').Replace('‘', '\'');
}
