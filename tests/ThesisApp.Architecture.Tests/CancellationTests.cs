using System.Reflection;
using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>Whatever takes time can be told to stop.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Assemblies { get; } = [.. CompiledAssembly.Names.Except(["ThesisApp.LocalHosting"], StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_asynchronous_method_of_an_interface_takes_a_token(string assembly) =>
        Assert.Empty(
            Assembly.Load(assembly).GetTypes()
                .Where(type => type.IsInterface)
                .SelectMany(type => type.GetMethods())
                .Where(method => IsAsynchronous(method.ReturnType) && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
                .Select(method => $"{method.DeclaringType}.{method.Name}"));

    private static bool IsAsynchronous(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}
