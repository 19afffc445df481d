global using Tests;
global using Xunit;
