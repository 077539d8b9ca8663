using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Checking;

namespace ThesisApp.Documents.Tests.Checking;

/// <summary>A thesis made for it: nothing is found in it as it is, and each defect that is planted is found.</summary>
public sealed class PlantedDefectTests
{
    public static TheoryData<string> Kinds { get; } = [.. Defects.All.Select(defect => defect.Id)];

    [Fact]
    public void Nothing_is_found_in_the_clean_thesis() => Assert.Empty(Check(Clean).Checks);

    [Fact]
    public void The_clean_thesis_gives_every_check_something_to_look_at()
    {
        ThesisReport report = Check(Clean);

        Assert.Equal((2, 12), (report.Questions.Count, report.Citations.Resolved));
        Assert.True(report.Words > 900);
        Assert.Equal(["introduction", "literature", "methodology", "results", "discussion", "conclusion"], report.Sections.Where(section => section.Level == 2).Select(section => section.Role));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_planted_defect_is_found_and_nothing_else(string kind)
    {
        Defect defect = Defects.All.Single(defect => defect.Id == kind);

        string[] found = [.. Check(Plant(Clean, defect)).Checks.Select(check => check.Id)];

        Assert.Contains(defect.Id, found);
        Assert.Empty(found.Except([defect.Id, .. defect.Consequences]));
    }

    [Fact]
    public void Twenty_five_defects_and_more_planted_at_once_are_all_found()
    {
        Defect[] planted = [.. Defects.All.Where(defect => defect.IsAmongThe25)];
        Assert.True(planted.Length >= 25);

        IEnumerable<string> found = Check(planted.Aggregate(Clean, Plant)).Checks.Select(check => check.Id);

        Assert.Empty(planted.Select(defect => defect.Id).Except(found));
    }

    [Fact]
    public void A_finding_names_the_line()
    {
        string text = Plant(Clean, Defects.All.Single(defect => defect.Id == "placeholder"));
        ReportCheck check = Check(text).Checks.Single();

        Assert.Contains("TODO", text.Split('\n')[check.Line!.Value - 1], StringComparison.Ordinal);
        Assert.Equal("1.2 Research Questions", check.Where);
    }

    [Fact]
    public void A_question_of_the_introduction_may_be_taken_up_word_for_word_and_no_other_sentence_may()
    {
        const string Question = "How do small research groups store their laboratory notebooks from one year to the next?";
        string text = Clean.Replace("How do small research groups store their laboratory notebooks?", Question, StringComparison.Ordinal);

        Assert.Empty(Check(text.Replace("The study has limits.", $"{Question} The study has limits.", StringComparison.Ordinal)).Checks);
        Assert.Equal(["repeated-sentence"], Check(text.Replace("Further studies", "Three groups of one university cannot stand for all, and the two months that were read may have been unusual. Further studies", StringComparison.Ordinal)).Checks.Select(check => check.Id));
    }

    private static string Clean => Read("clean.md");

    private static ThesisReport Check(string markdown)
    {
        CheckedThesis thesis = ThesisReader.Read(markdown, BibTexReader.Read(Read("works.bib")));
        return ThesisChecks.Run(thesis with
        {
            Sources = new Dictionary<string, string> { ["ames2010records"] = Read("ames2010records.md"), ["castro2018paper"] = Read("castro2018paper.md") },
        });
    }

    private static string Plant(string markdown, Defect defect)
    {
        foreach ((string find, string replace) in defect.Edits)
        {
            Assert.Contains(find, markdown, StringComparison.Ordinal);
            markdown = find.Length == 0 ? markdown + replace : markdown.Replace(find, replace, StringComparison.Ordinal);
        }

        return markdown;
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(PlantedDefectTests).Assembly.GetManifestResourceStream($"checked/{name}") ?? throw new InvalidOperationException($"{name} is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
