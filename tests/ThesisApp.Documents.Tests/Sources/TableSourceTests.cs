using ThesisApp.Core.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class TableSourceTests
{
    private const string Table = "| Year | Coal |\n|---|---|\n| 1797 | **21** |\n| 1807 | 48 |\n";

    [Fact]
    public void A_table_is_a_passage_of_its_own_called_by_its_heading()
    {
        SourceDocument source = Prose.Read($"# Canals\n\n## Traffic\n\nCoal went down.\n\n{Table}\nLime went up.");

        Assert.Equal([null, "Year Coal", null], source.Passages.Select(passage => passage.Table is { } table ? string.Join(' ', table.Header) : null));
        Assert.Equal(["Coal went down.", "Traffic. Year | Coal; 1797 | 21; 1807 | 48", "Lime went up."], source.Passages.Select(passage => passage.Text));
        Assert.Equal(["1797 21", "1807 48"], source.Passages[1].Table!.Rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void A_caption_above_a_table_names_it()
    {
        SourceDocument source = Prose.Read($"# Canals\n\nCoal went down.\n\nTable 3: Coal by year\n\n{Table}");

        Assert.Equal(["Coal went down.", "Coal by year. Year | Coal; 1797 | 21; 1807 | 48"], source.Passages.Select(passage => passage.Text));
    }

    [Theory]
    [InlineData("# T\n\nText.\n\n| a |\n|---|\n| 1 |\n")]
    [InlineData("# T\n\nText.\n\n| a | b |\n|---|---|\n")]
    [InlineData("# T\n\nText.\n\n| a | b |\n|---|---|\n| {work:x} | 2 |\n")]
    public void A_table_that_could_not_stand_elsewhere_is_left_out(string text) => Assert.Equal("Text.", Assert.Single(Prose.Read(text).Passages).Text);
}
