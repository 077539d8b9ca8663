using Aspire.Hosting.ApplicationModel;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Orders resources so that each comes after what it waits for.</summary>
internal static class StartOrder
{
    /// <summary>The order.</summary>
    /// <exception cref="HostingException">Resources wait for each other in a circle.</exception>
    public static IReadOnlyList<IResource> Of(IReadOnlyList<IResource> resources)
    {
        List<IResource> ordered = [];
        List<IResource> path = [];
        foreach (IResource resource in resources)
        {
            Visit(resource, ordered, path);
        }

        return ordered;
    }

    private static void Visit(IResource resource, List<IResource> ordered, List<IResource> path)
    {
        if (ordered.Contains(resource))
        {
            return;
        }

        int start = path.IndexOf(resource);
        if (start >= 0)
        {
            string circle = string.Join(" -> ", path.Skip(start).Append(resource).Select(member => member.Name));
            throw new HostingException($"These resources wait for each other: {circle}. Remove one WaitFor.", HostingException.BadSettings);
        }

        path.Add(resource);
        foreach (WaitAnnotation wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            Visit(wait.Resource, ordered, path);
        }

        path.RemoveAt(path.Count - 1);
        ordered.Add(resource);
    }
}
