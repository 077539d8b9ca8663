using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Containers;
using Xunit.Sdk;
using Xunit.v3;

// Each test has processes enough of its own: one after the other.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(UndisturbedThesis))]

// Started once, and only when a test asks for it.
[assembly: AssemblyFixture(typeof(DockerEngine))]
