global using ConcurrencyKatas.Graders.Kit;
global using ConcurrencyKatas.Grading.Claims;
global using ConcurrencyKatas.Grading.Exploring;
global using ConcurrencyKatas.Grading.Running;
global using ConcurrencyKatas.Scheduling;

[assembly: TestCaseOrderer(typeof(SourceOrder))]
