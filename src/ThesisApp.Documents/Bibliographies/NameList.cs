namespace ThesisApp.Documents.Bibliographies;

/// <summary>Splits BibTeX's lists of names.</summary>
internal static class NameList
{
    /// <summary>Splits at the word 'and' outside braces.</summary>
    public static IReadOnlyList<string> Split(string names)
    {
        List<string> list = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i < names.Length; i++)
        {
            depth += names[i] switch { '{' => 1, '}' => -1, _ => 0 };
            bool separator = depth <= 0 && i > start && char.IsWhiteSpace(names[i]) && i + 4 < names.Length
                && string.Compare(names, i + 1, "and", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && char.IsWhiteSpace(names[i + 4]);
            if (separator)
            {
                Add(names[start..i]);
                start = i + 5;
                i += 4;
            }
        }

        Add(names[Math.Min(start, names.Length)..]);
        return list;

        void Add(string name)
        {
            if (name.Trim() is { Length: > 0 } trimmed)
            {
                list.Add(trimmed);
            }
        }
    }

    /// <summary>True if one pair of braces holds the whole name.</summary>
    public static bool IsWhole(string name)
    {
        if (name.Length < 3 || name[0] != '{' || name[^1] != '}')
        {
            return false;
        }

        int depth = 0;
        for (int i = 0; i < name.Length - 1; i++)
        {
            depth += name[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }
}
