using ThesisApp.TestSupport.Containers;

// Started once, where it can be, and only when a test asks for it.
[assembly: AssemblyFixture(typeof(DockerEngine))]
