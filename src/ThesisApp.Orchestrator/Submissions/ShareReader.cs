using System.Globalization;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Reads a run's share of the agents from a form.</summary>
internal static class ShareReader
{
    /// <summary>Reads the values; what is not given keeps its default.</summary>
    public static (RunShare Share, SpecDiagnostic? Mistake) Read(IFormCollection form)
    {
        SpecDiagnostic? mistake = null;
        RunShare share = new(
            Number(ApiRoutes.PriorityField) ?? RunShare.Default.Priority,
            Number(ApiRoutes.WeightField) ?? RunShare.Default.Weight,
            Number(ApiRoutes.MaxAgentsField));
        if (mistake is null && share.Problem() is { } problem)
        {
            mistake = new SpecDiagnostic("share", 0, 0, problem, "Correct it, or leave it out.");
        }

        return (share, mistake);

        int? Number(string field)
        {
            string text = form[field].ToString();
            if (text.Length == 0)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }

            mistake ??= new SpecDiagnostic(field, 0, 0, $"'{field}' is no whole number.", "Correct it, or leave it out.");
            return null;
        }
    }
}
